package org.vung.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the map, and the names we do without. */
class ArchitectureTest {

    private static final String[] CORE = {
        "org.vung",
        "org.vung.image..",
        "org.vung.label..",
        "org.vung.mask..",
        "org.vung.grid..",
        "org.vung.measure..",
        "org.vung.score..",
        "org.vung.view..",
        "org.vung.tile..",
        "org.vung.cluster..",
        "org.vung.name..",
        "org.vung.feature.."
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("test-classes") && !place.contains("-tests.jar"))
            .importPackages("org.vung");

    @Test
    void coreUsesOnlyTheJdkAndImageCodecs() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(CORE, "java..", "javax.imageio..", "org.jspecify..", "com.twelvemonkeys.."))
                .check(HOUSE);
    }

    @Test
    void insideCoreNoSubPackageUsesTheRoot() {
        noClasses()
                .that()
                .resideInAnyPackage("org.vung.image..", "org.vung.label..", "org.vung.grid..", "org.vung.measure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.vung")
                .check(HOUSE);
    }

    @Test
    void theGridKnowsOnlyPrimitiveArrays() {
        classes()
                .that()
                .resideInAPackage("org.vung.grid..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.vung.grid..", "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void classicalMethodsUseOnlyCore() {
        classes()
                .that()
                .resideInAPackage("org.vung.classic..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(CORE, "org.vung.classic..", "java..", "org.jspecify.."))
                .check(HOUSE);
    }

    @Test
    void noMethodSeesAnother() {
        slices().matching("org.vung.classic.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
    }

    @Test
    void theCatalogUsesOnlyMethodsNetworksAndCore() {
        classes()
                .that()
                .resideInAPackage("org.vung.catalog..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        CORE,
                        "org.vung.catalog..",
                        "org.vung.classic..",
                        "org.vung.nets..",
                        "org.vung.torch..",
                        "org.vung.onnx..",
                        "java..",
                        "org.jspecify.."))
                .check(HOUSE);
    }

    @Test
    void runnersOfNetworksUseOnlyNetworksAndTheirLibrary() {
        classes()
                .that()
                .resideInAPackage("org.vung.torch..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        CORE,
                        "org.vung.torch..",
                        "org.vung.nets..",
                        "org.vung.data..",
                        "java..",
                        "org.jspecify..",
                        "org.snakeyaml..",
                        "org.bytedeco.."))
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage("org.vung.onnx..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        CORE, "org.vung.onnx..", "org.vung.nets..", "java..", "org.jspecify..", "ai.onnxruntime.."))
                .check(HOUSE);
    }

    @Test
    void networksUseOnlyCoreAndReadersOfFiles() {
        classes()
                .that()
                .resideInAPackage("org.vung.nets..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        with(CORE, "org.vung.nets..", "java..", "org.jspecify..", "tools.jackson..", "io.jhdf.."))
                .check(HOUSE);
    }

    @Test
    void dataSetsUseOnlyCoreJsonYamlAndGeometry() {
        classes()
                .that()
                .resideInAPackage("org.vung.data..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        CORE,
                        "org.vung.data..",
                        "java..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "org.snakeyaml..",
                        "org.locationtech.jts.."))
                .check(HOUSE);
    }

    @Test
    void nothingUsesTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.vung.cli..", "org.vung.figure..", "org.vung.applications..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.vung.cli..", "org.vung.figure..")
                .check(HOUSE);
    }

    @Test
    void applicationsUseOnlyTheCommandLineAndWhatItUses() {
        classes()
                .that()
                .resideInAPackage("org.vung.applications..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        CORE,
                        "org.vung.applications..",
                        "org.vung.cli.terminal..",
                        "org.vung.figure..",
                        "org.vung.catalog..",
                        "org.vung.data..",
                        "java..",
                        "org.jspecify..",
                        "picocli.."))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.vung.applications..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.vung.applications..")
                .check(HOUSE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void nativeTensorsStayInTheirModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.vung.torch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(\\w*(Util|Utils|Helper|Helpers|Common|Impl|Manager)|Abstract\\w*)")
                .check(HOUSE);
    }

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
