/** Groups of customers and visitors that are one person: a function of the set of links and merges. */
@NullMarked
package io.zugabe.segmentation.identity.domain;

import org.jspecify.annotations.NullMarked;
