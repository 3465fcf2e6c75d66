package io.zugabe.segmentation.uplift.domain;

/**
 * What a treatment does to customers like this one. The first that holds:
 *
 * <ol>
 *   <li>{@link #DO_NOT_DISTURB}: the whole interval of the effect lies below 0
 *   <li>{@link #PERSUADABLE}: the whole interval lies above 0, and the effect above what the treatment costs
 *   <li>{@link #SURE_THING}: what is expected without treatment is at least what all have on average
 *   <li>{@link #LOST_CAUSE}: else
 * </ol>
 */
public enum UpliftClass {
    PERSUADABLE,
    SURE_THING,
    LOST_CAUSE,
    DO_NOT_DISTURB
}
