/** Starts, watches and stops everything on one machine. */
@NullMarked
package io.zugabe.quickstart.launcher;

import org.jspecify.annotations.NullMarked;
