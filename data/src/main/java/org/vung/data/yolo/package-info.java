/** Text files of normalised polygons, as Ultralytics' YOLO-seg reads them. */
@NullMarked
package org.vung.data.yolo;

import org.jspecify.annotations.NullMarked;
