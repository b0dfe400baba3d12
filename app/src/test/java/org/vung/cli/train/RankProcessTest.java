package org.vung.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.vung.cli.terminal.Terminal;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class RankProcessTest {

    /** Ends by itself, should nobody ask it to. */
    private static final String SCRIPT = "trap 'echo vung: stopped after step 7 >&2; exit 143' TERM; echo begun >&2;"
            + " for i in $(seq 1000); do sleep 0.05; done";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private RankProcess begun(int rank) throws IOException {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), err, err);
        return RankProcess.start(rank, List.of("sh", "-c", SCRIPT), Map.of(), terminal);
    }

    @Test
    void itsLastWordPassesOnWhenItIsAskedToEnd() throws Exception {
        RankProcess first = begun(0);
        while (!said.toString(StandardCharsets.UTF_8).contains("begun")) {
            Thread.sleep(5);
        }
        first.end();
        first.finish();
        assertThat(first.code()).isEqualTo(143);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("begun\nvung: stopped after step 7\n");
    }

    @Test
    void theLastWordOfOthersIsKept() throws Exception {
        RankProcess second = begun(1);
        while (!second.error().equals("begun")) {
            Thread.sleep(5);
        }
        second.end();
        second.finish();
        assertThat(second.error()).isEqualTo("stopped after step 7");
        assertThat(second.signal()).isEqualTo(15);
        assertThat(second.forced()).isFalse();
        assertThat(said.size()).isZero();
    }
}
