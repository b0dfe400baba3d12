/** From what a person types to images: files, folders, patterns, URLs, standard input; pages and bands. */
@NullMarked
package org.vung.cli.input;

import org.jspecify.annotations.NullMarked;
