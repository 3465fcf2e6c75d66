package io.zugabe.segmentation.audience.domain;

/**
 * What a target group is.
 *
 * @param id 1 to 60 characters of [a-z0-9_-]
 * @param controlShare that is held out, in [0, 0.5]
 * @param visitors whether visitors who are not known as customers can be in it
 */
public record GroupDefinition(
        String id,
        String name,
        String description,
        AudienceDefinition audience,
        Channel channel,
        double controlShare,
        boolean visitors) {}
