/** What the applications share: the page around a picture, tables, the options of the command line. */
@NullMarked
package org.vung.applications.sheet;

import org.jspecify.annotations.NullMarked;
