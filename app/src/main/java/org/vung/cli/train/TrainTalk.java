package org.vung.cli.train;

import java.io.PrintWriter;
import java.util.Locale;
import org.vung.cli.terminal.Terminal;
import org.vung.torch.train.Progress;
import org.vung.torch.train.Setup;
import org.vung.torch.train.plan.Plan;
import org.vung.torch.train.task.Look;

/** Tells how a training goes: a live line between looks, a line a look. */
final class TrainTalk implements Progress {

    private static final double MEMORY = 0.95;

    private final Terminal terminal;
    private final long steps;
    private final int epochs;
    private double mean = Double.NaN;
    private long first = -1;
    private long mark;
    private long seen;

    TrainTalk(Terminal terminal, Setup setup, Plan plan, int ranks) {
        this.terminal = terminal;
        this.steps = plan.training().steps();
        long images = steps * plan.food().batch() * plan.food().accumulate() * ranks;
        this.epochs = (int) Math.max(1, images / setup.training().items().size());
    }

    @Override
    public void step(int epoch, long step, int images, double loss) {
        if (first < 0) {
            first = step;
            mark = System.nanoTime();
            seen = 0;
        } else {
            seen += images;
        }
        mean = Double.isNaN(mean) ? loss : MEMORY * mean + (1 - MEMORY) * loss;
        terminal.progress((int) step, (int) steps, line(epoch, step, loss));
    }

    private String line(int epoch, long step, double loss) {
        double seconds = (System.nanoTime() - mark) / 1e9;
        double speed = seen / Math.max(1e-9, seconds);
        double left = step == first ? Double.NaN : seconds / (step - first) * (steps - step);
        return String.format(
                Locale.ROOT,
                "epoch %d/%d, loss %.4f, %.1f images/s%s",
                epoch + 1,
                epochs,
                Double.isNaN(mean) ? loss : mean,
                speed,
                Double.isNaN(left) ? "" : ", " + Math.round(left) + " s left");
    }

    @Override
    public void look(int epoch, Look look, boolean best) {
        terminal.clearProgress();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "epoch %d: loss %.4f", epoch + 1, mean));
        look.scores()
                .forEach(score -> line.append(String.format(Locale.ROOT, ", %s %.4f", score.name(), score.value())));
        terminal.say(line.append(best ? ", best" : "").toString());
    }

    void end() {
        terminal.clearProgress();
        PrintWriter err = terminal.errWriter();
        err.flush();
    }
}
