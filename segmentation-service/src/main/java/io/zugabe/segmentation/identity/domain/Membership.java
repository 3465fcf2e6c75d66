package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;

/**
 * To whom a subject belongs.
 *
 * @param canonical the customer who stands for the group
 * @param counted whether its events are part of the group's profile; false beyond the group's limit
 */
public record Membership(Subject canonical, boolean counted) {}
