// An empty window's preload.
