/** What a basket lacks: methods of recommendation on real invoices. */
@NullMarked
package io.zugabe.bench.baskets;

import org.jspecify.annotations.NullMarked;
