/** What is in a data set, counted. */
@NullMarked
package org.vung.data.stats;

import org.jspecify.annotations.NullMarked;
