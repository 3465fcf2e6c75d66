package io.zugabe.segmentation.model;

import io.zugabe.segmentation.model.domain.ModelCard;

/**
 * What came of a training.
 *
 * @param payload the model; only its kind's owner reads it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record Trained(byte[] payload, ModelCard card) {}
