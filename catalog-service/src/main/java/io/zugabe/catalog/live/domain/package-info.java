/** The whole catalog in memory, and its changes. */
@NullMarked
package io.zugabe.catalog.live.domain;

import org.jspecify.annotations.NullMarked;
