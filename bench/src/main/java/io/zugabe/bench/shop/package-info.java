/**
 * A shop whose shoppers are simulated, in worlds that differ in what is offered and in nothing else. What
 * shoppers and products are like stays here; what offers are decided on is what a shop would see.
 */
@NullMarked
package io.zugabe.bench.shop;

import org.jspecify.annotations.NullMarked;
