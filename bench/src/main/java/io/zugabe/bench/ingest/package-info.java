/** How fast the event log takes events in, and what crashes cost it. */
@NullMarked
package io.zugabe.bench.ingest;

import org.jspecify.annotations.NullMarked;
