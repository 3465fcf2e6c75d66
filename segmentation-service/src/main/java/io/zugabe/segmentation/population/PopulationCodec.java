package io.zugabe.segmentation.population;

/** How a population is written down. */
public interface PopulationCodec {

    /** The bytes of a population; equal populations give equal bytes. */
    byte[] encode(Population population);

    /** The population of such bytes. */
    Population decode(byte[] bytes);
}
