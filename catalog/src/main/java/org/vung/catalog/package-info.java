/** Every method under one name: a text such as {@code kmeans:k=3,seed=0} becomes a {@link org.vung.Segmenter}. */
@NullMarked
package org.vung.catalog;

import org.jspecify.annotations.NullMarked;
