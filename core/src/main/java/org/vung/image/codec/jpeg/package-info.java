/** JPEG: our own reading of the markers around the JDK's native decoder (ITU-T T.81). */
@NullMarked
package org.vung.image.codec.jpeg;

import org.jspecify.annotations.NullMarked;
