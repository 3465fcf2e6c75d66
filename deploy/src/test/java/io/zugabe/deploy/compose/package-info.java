@NullMarked
package io.zugabe.deploy.compose;

import org.jspecify.annotations.NullMarked;
