@NullMarked
package io.zugabe.quickstart.demoshop;

import org.jspecify.annotations.NullMarked;
