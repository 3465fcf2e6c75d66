/** Texts in several languages, and sentences with gaps. */
@NullMarked
package io.zugabe.catalog.text.domain;

import org.jspecify.annotations.NullMarked;
