package org.vung.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vung.data.Item;
import org.vung.data.MadeSet;
import org.vung.image.file.Existing;
import org.vung.label.LabelClass;

class SubsetTest {

    private final MadeSet whole = MadeSet.ofSize(20);

    @TempDir
    private Path folder;

    @Test
    void itsItemsAreThoseChosenInTheirOrder() throws IOException {
        Subset some = new Subset("some", whole, List.of(7, 3));
        assertThat(some.items()).extracting(Item::name).containsExactly("007", "003");
        assertThat(some.image(0)).isEqualTo(whole.image(7));
        assertThat(some.truth(1)).isEqualTo(whole.truth(3));
        assertThat(some.classes()).isEqualTo(whole.classes());
    }

    @Test
    void aListIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("validation.txt");
        Subset some = new Subset("validation", whole, List.of(7, 3, 19));
        some.write(file, Existing.KEEP);
        assertThat(file).content().isEqualTo("007\n003\n019\n");
        assertThat(Subset.read(whole, file)).isEqualTo(some);
    }

    @Test
    void listsOfOtherSystemsAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.b.txt"), "\uFEFF007\r\n\r\n003");
        assertThat(Subset.read(whole, file)).isEqualTo(new Subset("a.b", whole, List.of(7, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "007~018a | line 2 must name an item of the data set, got '018a'; did you mean '018'?",
                "007~~007 | line 3 must name an item that was not named before, got '007'; leave it out",
                "~        | must name at least one item of made, got none",
            })
    void wrongListsAreRefusedByLine(String text, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), text.replace('~', '\n'));
        assertThatIOException()
                .isThrownBy(() -> Subset.read(whole, file))
                .withMessageStartingWith(file.toString())
                .withMessageContaining(complaint);
    }

    @Test
    void whatIsNoTextOrNotThereIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("list.txt"), new byte[] {(byte) 0xff, 0, 1});
        assertThatIOException().isThrownBy(() -> Subset.read(whole, file)).withMessageContaining("must be UTF-8 text");
        assertThatIOException().isThrownBy(() -> Subset.read(whole, folder.resolve("none.txt")));
    }

    @Test
    void aNameOfTwoLinesCannotBeListed() {
        Item item = new Item("a\nb", "g", Path.of("a"), Path.of("b"));
        MadeSet odd = new MadeSet("odd", List.of(new LabelClass("x", 0)), List.of(item));
        assertThatIOException()
                .isThrownBy(() -> new Subset("s", odd, List.of(0)).write(folder.resolve("s.txt"), Existing.KEEP))
                .withMessageContaining("must be one line");
        assertThat(folder.resolve("s.txt")).doesNotExist();
    }

    @Test
    void indicesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subset("s", whole, List.of(1, 20)))
                .withMessage("index must be 0 … 19 and occur once in s, got 20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subset("s", whole, List.of(1, 1)))
                .withMessageContaining("got 1 twice");
    }
}
