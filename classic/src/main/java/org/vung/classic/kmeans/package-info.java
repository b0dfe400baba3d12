/**
 * k-means clustering of colours (S. Lloyd 1982; seeding by D. Arthur and S. Vassilvitskii 2007; filtering by T. Kanungo et
 * al. 2002).
 */
@NullMarked
package org.vung.classic.kmeans;

import org.jspecify.annotations.NullMarked;
