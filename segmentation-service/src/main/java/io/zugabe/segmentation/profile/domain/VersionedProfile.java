package io.zugabe.segmentation.profile.domain;

/**
 * A profile at a place of the log.
 *
 * @param version position of the last event in it
 */
public record VersionedProfile(Profile profile, long version) {}
