/** The rules and types in force. */
@NullMarked
package io.zugabe.catalog.rule;

import org.jspecify.annotations.NullMarked;
