package io.zugabe.segmentation.replenishment.domain;

/** A customer who will need a product again. */
public record DueCustomer(String customer, Replenishment replenishment) {}
