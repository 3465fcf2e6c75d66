/** The stream of the catalog and its changes. */
@NullMarked
package io.zugabe.catalog.watch.endpoint;

import org.jspecify.annotations.NullMarked;
