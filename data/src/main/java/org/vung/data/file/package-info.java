/** The files that every format of data sets is made of: folders of images, lists of classes, option texts, masks. */
@NullMarked
package org.vung.data.file;

import org.jspecify.annotations.NullMarked;
