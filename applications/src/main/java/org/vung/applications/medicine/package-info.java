/** Medicine: where it is, what shape it has, how large it is; never what it means. */
@NullMarked
package org.vung.applications.medicine;

import org.jspecify.annotations.NullMarked;
