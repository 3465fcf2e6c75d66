/** What the tests of all services share; published as a test-jar. */
@NullMarked
package io.zugabe.kit.test;

import org.jspecify.annotations.NullMarked;
