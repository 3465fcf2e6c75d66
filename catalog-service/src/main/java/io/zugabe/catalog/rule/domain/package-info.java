/** Rules as they are stated, their versions and tests, and how they become the rules in force. */
@NullMarked
package io.zugabe.catalog.rule.domain;

import org.jspecify.annotations.NullMarked;
