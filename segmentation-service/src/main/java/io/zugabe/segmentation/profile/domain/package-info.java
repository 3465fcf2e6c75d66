/** What a set of events says about a customer: a commutative monoid over events. */
@NullMarked
package io.zugabe.segmentation.profile.domain;

import org.jspecify.annotations.NullMarked;
