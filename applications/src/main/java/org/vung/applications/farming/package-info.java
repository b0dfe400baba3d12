/** Farming: weeds against crop, cell by cell, and where to spray. */
@NullMarked
package org.vung.applications.farming;

import org.jspecify.annotations.NullMarked;
