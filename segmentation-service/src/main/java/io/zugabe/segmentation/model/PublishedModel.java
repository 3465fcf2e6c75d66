package io.zugabe.segmentation.model;

import io.zugabe.segmentation.model.domain.ModelCard;

/** A model in force, as it was trained. */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record PublishedModel(String kind, int version, byte[] payload, ModelCard card) {}
