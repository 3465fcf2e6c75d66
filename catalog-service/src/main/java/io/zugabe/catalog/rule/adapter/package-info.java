/** Rule packs in YAML with expressions in CEL. */
@NullMarked
package io.zugabe.catalog.rule.adapter;

import org.jspecify.annotations.NullMarked;
