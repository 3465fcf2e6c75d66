@NullMarked
package io.zugabe.deploy;

import org.jspecify.annotations.NullMarked;
