package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.log.domain.Subject;

/** An event as profiles see it. */
public record CustomerEvent(Stamp stamp, Subject subject, Happening what) {}
