package io.zugabe.recommendation.experiments.domain;

import java.util.Map;

/** An arm that a customer is in. */
public record AppliedArm(String experiment, String arm, int saltVersion, Map<String, String> parameters) {}
