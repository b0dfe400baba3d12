/** PNG by our own decoder over the JDK's inflater (PNG specification, third edition). */
@NullMarked
package org.vung.image.codec.png;

import org.jspecify.annotations.NullMarked;
