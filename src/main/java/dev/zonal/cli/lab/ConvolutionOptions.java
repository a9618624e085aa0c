package dev.zonal.cli.lab;

import dev.zonal.arithmetic.Certification;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.image.ConvolutionalSpecification;
import dev.zonal.lab.network.ConvolutionalFamily;
import dev.zonal.lab.network.ConvolutionalRow;
import dev.zonal.lab.network.KernelSample;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.report.document.Document;
import dev.zonal.report.lab.ConvolutionReport;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Convolutional networks. */
public final class ConvolutionOptions {
  private static final int NEURONS = 128_000;
  private static final int LEAST_NETS = 100;

  @Option(
      names = "--cnn",
      paramLabel = "SPEC",
      description =
          "Draw convolutional networks, such as cntk:act=relu,L=2,taps=3,readout=gap, on two images.")
  private String specification;

  @Option(
      names = "--pixels",
      paramLabel = "D",
      converter = Size.class,
      description = "The pixels of the images, 1 to 1000 (default 4).")
  private Integer pixels;

  @Option(
      names = "--channels",
      paramLabel = "C",
      converter = Size.class,
      description = "Their channels, 1 to 1000 (default 3).")
  private Integer channels;

  @Option(
      names = "--filter",
      paramLabel = "taps|flattened",
      completionCandidates = Filters.class,
      description = "Orthogonal filters: a matrix for each tap, or one of all taps (default taps).")
  private Filter filter;

  /** What a shell may complete to. */
  static final class Filters extends Choice.Names {
    Filters() {
      super(Filter.values());
    }
  }

  /** A number of pixels or channels. */
  static final class Size extends WholeNumber {
    Size() {
      super(1, 1_000);
    }
  }

  /**
   * Where convolutional networks are to be drawn, what is found of them.
   *
   * @throws UsageException if an option for them is given without it
   */
  Optional<Experiment> experiment(NetworkOptions networks, int digits) {
    if (specification == null) {
      if (pixels != null || channels != null || filter != null) {
        throw new UsageException("--pixels, --channels and --filter are for --cnn");
      }
      return Optional.empty();
    }
    if (!ConvolutionalSpecification.names(specification)) {
      throw new UsageException(
          "--cnn: %s is no convolutional kernel such as cntk:L=2,taps=3"
              .formatted(Quotation.of(specification)));
    }
    networks.refuseArchitecture();
    ConvolutionalFamily family =
        new ConvolutionalFamily(
            ConvolutionalSpecification.parse(specification),
            channels == null ? 3 : channels,
            pixels == null ? 4 : pixels,
            filter == null ? Filter.TAPS : filter,
            networks.readout());
    List<Integer> widths = networks.widths("16,64");
    long widest = Math.max(family.channels(), Collections.max(widths));
    NetworkOptions.requireDrawable(widest * family.kernel().network().taps());
    if (networks.nets().orElse(1) == 0) {
      throw new UsageException("--nets 0: there is nothing to draw");
    }
    return Optional.of(missing -> draw(networks, family, widths, digits, missing));
  }

  private static Document draw(
      NetworkOptions networks,
      ConvolutionalFamily family,
      List<Integer> widths,
      int digits,
      Consumer<String> missing) {
    Map<KernelKind, List<CertifiedValue>> limits = new EnumMap<>(KernelKind.class);
    for (KernelKind kind : KernelKind.values()) {
      limits.put(
          kind, List.of(limit(family, kind, false, digits), limit(family, kind, true, digits)));
    }
    List<Supplier<List<ConvolutionalRow>>> all = new ArrayList<>();
    for (Initialisation hidden : networks.hidden()) {
      for (int width : widths) {
        int count = networks.nets().orElse(Math.max(LEAST_NETS, NEURONS / width));
        all.add(
            () -> {
              KernelSample sample = family.sample(hidden, width, count, networks.seed());
              return rows(hidden, width, limits, sample);
            });
      }
    }
    List<ConvolutionalRow> rows =
        Experiment.rows(all, missing).stream().flatMap(List::stream).toList();
    return new ConvolutionReport(family, networks.seed(), digits).of(rows);
  }

  private static List<ConvolutionalRow> rows(
      Initialisation hidden,
      int width,
      Map<KernelKind, List<CertifiedValue>> limits,
      KernelSample sample) {
    List<ConvolutionalRow> rows = new ArrayList<>();
    limits.forEach(
        (kind, both) -> {
          for (int input = 0; input < both.size(); input++) {
            rows.add(
                new ConvolutionalRow(
                    kind, hidden, width, input == 1, both.get(input), sample.mean(kind, input)));
          }
        });
    return rows;
  }

  private static CertifiedValue limit(
      ConvolutionalFamily family, KernelKind kind, boolean isSecond, int digits) {
    Certification<CertifiedValue> limit = family.limit(kind, isSecond).certify(digits);
    return limit
        .value()
        .orElseThrow(() -> new UsageException("the limit is " + limit.refusal().orElseThrow()));
  }
}
