package org.vung.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vung.catalog.Catalog;
import org.vung.catalog.Method;
import org.vung.cli.report.MethodsReport;
import org.vung.cli.terminal.Talk;
import org.vung.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vung methods}: the catalog for people. */
@Command(
        name = "methods",
        description = "Lists every method, or the options, defaults, ranges and source of one.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vung methods                 all of them, a line each",
            "  vung methods meanshift       one of them",
            "  vung methods --json | jq -r '.methods[].name'"
        })
final class MethodsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The method to explain. None: list all.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Talk talk = new Talk();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    private final Terminal terminal;

    MethodsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listen(talk);
        List<Method> methods = name == null ? all() : List.of(named(name));
        if (json) {
            terminal.result(MethodsReport.of(methods));
        } else if (name == null) {
            list(methods);
        } else {
            explain(methods.get(0));
        }
        return 0;
    }

    private static List<Method> all() {
        List<Method> all = new ArrayList<>(Catalog.all());
        all.addAll(Catalog.trained());
        return all;
    }

    private Method named(String wanted) {
        try {
            return Catalog.named(wanted);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private void list(List<Method> methods) {
        int width = 0;
        for (Method method : methods) {
            width = Math.max(width, method.name().length());
        }
        for (Method method : methods) {
            terminal.result(padded(method.name(), width + 2) + method.summary());
        }
        terminal.say("'vung methods NAME' tells a method's options");
    }

    private void explain(Method method) {
        terminal.result(method.name() + ": " + method.summary());
        terminal.result("Source: " + method.source());
        if (method.options().isEmpty()) {
            terminal.result("No options.");
            return;
        }
        int name = 0;
        int fallback = 0;
        int range = 0;
        for (var option : method.options()) {
            name = Math.max(name, option.name().length());
            fallback = Math.max(fallback, option.fallback().length());
            range = Math.max(range, option.range().length());
        }
        terminal.result("");
        for (var option : method.options()) {
            terminal.result("  " + padded(option.name(), name + 2) + "default "
                    + padded(option.fallback(), fallback + 2) + padded(option.range(), range + 2) + option.meaning());
        }
        var first = method.options().get(0);
        terminal.result("");
        terminal.result("  vung segment photo.jpg -m " + method.name() + ":" + first.name() + "=" + first.fallback());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
