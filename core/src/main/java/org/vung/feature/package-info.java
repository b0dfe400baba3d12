/** What a pixel is to a method that clusters: a point of colour, and perhaps of place. */
@NullMarked
package org.vung.feature;

import org.jspecify.annotations.NullMarked;
