package dev.zonal.report.lab;

import dev.zonal.lab.hierarchy.Architecture;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import java.util.List;
import java.util.stream.Collectors;

/** What every result about a given network says of it. */
record NetworkDescription(NetworkInstance network) {
  Fields fields() {
    Architecture architecture = network.network();
    return new Fields()
        .with("activation", architecture.unit().toString())
        .with("widths", new Rows<>(architecture.widths(), m -> new Cell.Whole(m)))
        .with("coordinates", architecture.inputs())
        .with("inputs", network.data().size());
  }

  Page page() {
    Architecture architecture = network.network();
    return new Page()
        .field(
            "network",
            "%s, hidden layers of %s neurons"
                .formatted(architecture.unit(), inWords(architecture.widths())))
        .field(
            "data",
            "%d inputs of %d coordinates".formatted(network.data().size(), architecture.inputs()));
  }

  private static String inWords(List<Integer> widths) {
    return widths.stream().map(m -> m.toString()).collect(Collectors.joining(" and "));
  }
}
