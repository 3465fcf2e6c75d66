/** PostgreSQL, through Hibernate Reactive. */
@NullMarked
package io.zugabe.experiment.adapter;

import org.jspecify.annotations.NullMarked;
