/**
 * The demo shop: its products, relations, statements and traps as files, and a seeded simulator of the people who shop
 * there. Nothing here knows the engine: the simulator has its own idea of who wants what, so that the engine can be
 * measured against it.
 */
@NullMarked
package io.zugabe.quickstart.demoshop;

import org.jspecify.annotations.NullMarked;
