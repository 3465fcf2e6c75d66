/** Everything that is learned: trained in the background, kept as versions, put in force and taken back. */
@NullMarked
package io.zugabe.segmentation.model;

import org.jspecify.annotations.NullMarked;
