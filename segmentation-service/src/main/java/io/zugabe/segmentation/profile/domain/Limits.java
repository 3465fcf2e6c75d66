package io.zugabe.segmentation.profile.domain;

/**
 * How much a profile holds.
 *
 * @param months latest months with any event that is counted
 * @param days latest days with any event that is counted
 * @param products products bought; of a customer with more, a fixed choice by hash of the product's id
 * @param recentProducts products looked at or put in the cart, latest first
 * @param dismissedProducts products dismissed, latest first
 * @param orders orders, latest first
 * @param cases service cases, latest first
 * @param categories categories, first in alphabetical order
 * @param channels channels, first in alphabetical order
 * @param consents purposes, first in alphabetical order
 * @param traits traits, first in alphabetical order of their keys
 */
public record Limits(
        int months,
        int days,
        int products,
        int recentProducts,
        int dismissedProducts,
        int orders,
        int cases,
        int categories,
        int channels,
        int consents,
        int traits) {

    /** What the service uses. */
    public static final Limits STANDARD = new Limits(24, 92, 5_000, 50, 50, 50, 200, 100, 20, 100, 200);
}
