/** PostgreSQL and Redis started from jars, for {@code ./zugabe up} and for tests. */
@NullMarked
package io.zugabe.quickstart.embedded;

import org.jspecify.annotations.NullMarked;
