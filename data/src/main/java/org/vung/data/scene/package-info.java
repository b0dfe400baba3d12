/** What is to be measured, put together from what a method found and from the files that lie beside a label map. */
@NullMarked
package org.vung.data.scene;

import org.jspecify.annotations.NullMarked;
