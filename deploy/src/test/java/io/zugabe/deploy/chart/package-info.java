@NullMarked
package io.zugabe.deploy.chart;

import org.jspecify.annotations.NullMarked;
