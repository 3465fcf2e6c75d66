/** Profiles in PostgreSQL and Redis, and their encoding. */
@NullMarked
package io.zugabe.segmentation.profile.adapter;

import org.jspecify.annotations.NullMarked;
