/** Other ways to look at the same truth: objects as classes, classes as objects, objects with their borders. */
@NullMarked
package org.vung.data.view;

import org.jspecify.annotations.NullMarked;
