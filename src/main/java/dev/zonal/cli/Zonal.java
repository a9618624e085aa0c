package dev.zonal.cli;

import dev.zonal.cli.command.AsymptoticsCommand;
import dev.zonal.cli.command.CompletionCommand;
import dev.zonal.cli.command.ConfirmCommand;
import dev.zonal.cli.command.DemoCommand;
import dev.zonal.cli.command.DeriveCommand;
import dev.zonal.cli.command.HelpCommand;
import dev.zonal.cli.command.KernelCommand;
import dev.zonal.cli.command.KernelsCommand;
import dev.zonal.cli.command.SpectrumCommand;
import dev.zonal.cli.command.SymjaCommand;
import dev.zonal.cli.command.VectorsCommand;
import dev.zonal.cli.data.ClassifyCommand;
import dev.zonal.cli.data.GramCommand;
import dev.zonal.cli.data.LengthsCommand;
import dev.zonal.cli.data.MultisphereCommand;
import dev.zonal.cli.data.RegressCommand;
import dev.zonal.cli.lab.LabCommand;
import dev.zonal.cli.lab.TrainingOptions;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.EigenvalueOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.paper.ReproduceCommand;
import dev.zonal.cli.plot.PlotCommand;
import dev.zonal.cli.prove.CheckCommand;
import dev.zonal.cli.prove.ProveCommand;
import dev.zonal.cli.store.StoreCommand;
import dev.zonal.cli.table.TableCommand;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Progress;
import dev.zonal.cli.terminal.ResultStream;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.sequence.Padding;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.ridge.Target;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.symbolic.console.DerivationRequest;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code zonal}. */
@Command(
    name = "zonal",
    versionProvider = Zonal.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Certified spectra of neural tangent kernels on the sphere:",
      "to any number of digits, for every frequency, with a proof."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "  zonal spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..20 --digits 50",
      "  zonal kernel fcntk:L=2 --at 0,1/2,-1/2 --digits 50",
      "  zonal kernels",
      "  zonal help spectrum"
    })
public final class Zonal implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = "--version",
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version and exit.")
  private boolean version;

  private Zonal() {}

  public static void main(String[] arguments) {
    System.exit(run(Streams.ofProcess(), arguments));
  }

  /** Runs one command and returns its exit code. */
  public static int run(Streams streams, String... arguments) {
    Engine engine = new Engine();
    return run(streams, engine, engine::compute, arguments);
  }

  /** The same with another source of eigenvalues. */
  public static int run(
      Streams streams, Engine engine, EigenvalueGrid.Source eigenvalues, String... arguments) {
    return run(streams, watched -> commands(watched, engine, eigenvalues), arguments);
  }

  /**
   * The same with other commands.
   *
   * @param commands what they are, for the streams that they are to write to
   */
  public static int run(
      Streams streams, Function<Streams, List<Subcommand>> commands, String... arguments) {
    // Whatever the language of the system, its digits are no digits for machines.
    Locale.setDefault(Locale.ROOT);
    ResultStream results = new ResultStream(streams.results());
    Streams watched =
        new Streams(results, streams.messages(), streams.interactive(), streams.patience());
    PrintWriter out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8));
    try {
      int exitCode =
          commandLine(watched, commands.apply(watched), List.of(arguments))
              .setOut(out)
              .setErr(streams.messages())
              .execute(arguments);
      out.flush();
      // Commands that write by themselves have said so already.
      return exitCode == ExitCode.BAD_USAGE || results.failure().isEmpty()
          ? exitCode
          : Failures.unwritable(streams.messages(), "standard output", results.failure().get());
    } catch (Throwable e) {
      return Failures.of(streams.messages(), e);
    }
  }

  /** What understands {@code words}; with no words, what understands everything. */
  private static CommandLine commandLine(
      Streams streams, List<Subcommand> commands, List<String> words) {
    CommandLine zonal = Subcommand.add(new CommandLine(new Zonal()), commands, words);
    zonal.getSubcommands().values().forEach(Zonal::addHelp);
    setHeadings(zonal);
    // Every command that is needed is there now, and gets what follows too.
    Failures failures = new Failures();
    return zonal
        .registerConverter(Format.class, new Choice<>(Format.class))
        .registerConverter(
            DerivationRequest.Subject.class, new Choice<>(DerivationRequest.Subject.class))
        .registerConverter(DeriveCommand.Syntax.class, new Choice<>(DeriveCommand.Syntax.class))
        .registerConverter(DeriveCommand.Place.class, new Choice<>(DeriveCommand.Place.class))
        .registerConverter(DeriveCommand.Variable.class, new Choice<>(DeriveCommand.Variable.class))
        .registerConverter(GramCommand.Part.class, new Choice<>(GramCommand.Part.class))
        .registerConverter(Initialisation.class, new Choice<>(Initialisation.class))
        .registerConverter(Unit.class, new Choice<>(Unit.class))
        .registerConverter(
            TrainingOptions.Subject.class, new Choice<>(TrainingOptions.Subject.class))
        .registerConverter(Filter.class, new Choice<>(Filter.class))
        .registerConverter(Directions.class, new Choice<>(Directions.class))
        .registerConverter(FeatureMethod.class, new Choice<>(FeatureMethod.class))
        .registerConverter(Method.class, new Choice<>(Method.class))
        .registerConverter(Padding.class, new Choice<>(Padding.class))
        .registerConverter(Scale.class, new Choice<>(Scale.class))
        .registerConverter(Normalization.class, new Choice<>(Normalization.class))
        .registerConverter(Target.class, new Choice<>(Target.class))
        .registerConverter(SpectrumCommand.Wide.class, new Choice<>(SpectrumCommand.Wide.class))
        .registerConverter(EigenvalueOptions.Way.class, new Choice<>(EigenvalueOptions.Way.class))
        .setExpandAtFiles(false)
        .setExecutionStrategy(parsed -> execute(parsed, streams))
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(streams.interactive())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** What has commands of its own has a help for them, as all of Zonal has. */
  private static void addHelp(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      command.getSubcommands().values().forEach(Zonal::addHelp);
      command.addSubcommand(new HelpCommand());
    }
  }

  /** The headings that the helps of all commands have, where there is something under them. */
  private static void setHeadings(CommandLine command) {
    UsageMessageSpec help = command.getCommandSpec().usageMessage();
    if (help.footer().length > 0 && help.footerHeading().isEmpty()) {
      help.footerHeading("%nExamples:%n");
    }
    if (!help.exitCodeList().isEmpty()) {
      help.exitCodeListHeading("%nExit codes:%n");
    }
    command.getSubcommands().values().forEach(Zonal::setHeadings);
  }

  /** Runs the command inside its time limit, and shows how far it is. */
  private static int execute(ParseResult parsed, Streams streams) {
    List<CommandLine> commands = parsed.asCommandLineList();
    ParseResult command = commands.get(commands.size() - 1).getParseResult();
    if (!TimeLimit.isKnownTo(command)) {
      return new RunLast().execute(parsed);
    }
    try (Progress progress = new Progress(command.commandSpec().name(), streams)) {
      return TimeLimit.context(command)
          .heardBy(progress::heard)
          .call(() -> new RunLast().execute(parsed));
    }
  }

  /** Every command, in the order in which the help lists them. A new command is added here. */
  private static List<Subcommand> commands(
      Streams streams, Engine engine, EigenvalueGrid.Source eigenvalues) {
    return List.of(
        Subcommand.of("spectrum", () -> new SpectrumCommand(streams, engine, eigenvalues)),
        Subcommand.of("asymptotics", () -> new AsymptoticsCommand(streams, engine)),
        Subcommand.of("confirm", () -> new ConfirmCommand(streams, engine)),
        Subcommand.of("kernel", () -> new KernelCommand(streams)),
        Subcommand.of("vectors", () -> new VectorsCommand(streams, engine)),
        Subcommand.readingOthers("table", TableCommand::new),
        Subcommand.group("store", words -> StoreCommand.of(streams, eigenvalues, words)),
        Subcommand.of("gram", () -> new GramCommand(streams)),
        Subcommand.of("regress", () -> new RegressCommand(streams)),
        Subcommand.of("classify", () -> new ClassifyCommand(streams)),
        Subcommand.of("multisphere", () -> new MultisphereCommand(streams)),
        Subcommand.of("lengths", () -> new LengthsCommand(streams, engine)),
        Subcommand.of("kernels", () -> new KernelsCommand(streams)),
        Subcommand.group("prove", words -> ProveCommand.of(streams, engine, words)),
        Subcommand.of("check", () -> new CheckCommand(streams, engine)),
        Subcommand.group("plot", words -> PlotCommand.of(streams, engine, words)),
        Subcommand.group("lab", words -> LabCommand.of(streams, words)),
        Subcommand.of("reproduce", () -> new ReproduceCommand(streams, engine)),
        Subcommand.of("demo", () -> new DemoCommand(streams, eigenvalues)),
        Subcommand.of("derive", () -> new DeriveCommand(streams)),
        Subcommand.of("symja", () -> new SymjaCommand(streams)),
        Subcommand.readingOthers("completion", CompletionCommand::new),
        Subcommand.readingOthers("help", HelpCommand::new));
  }

  /**
   * All commands with their options and helps, for who writes a manual of them; those alone that a
   * run with {@code words} needs, if there are any.
   */
  public static CommandSpec specification(String... words) {
    Engine engine = new Engine();
    Streams streams = Streams.ofProcess();
    return commandLine(streams, commands(streams, engine, engine::compute), List.of(words))
        .getCommandSpec();
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException("no command given; see 'zonal --help' for the commands");
  }

  /** The version that every document names. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Origin.thisProgram()};
    }
  }
}
